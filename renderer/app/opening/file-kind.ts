import { canBeOpened } from '../../../shared/contract/opened-files.ts'

/** What an opened file is: a workspace's backup, something that can be a roster or a plan, or nothing that the app opens. */
export type FileKind = 'backup' | 'roster' | 'unknown'

/** “SQLite f”: backups are SQLite archives. */
const BACKUP_BEGINS = [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66]

/** By its first bytes, because backups and plans share an extension. Throws where the file cannot be read. */
export async function fileKindOf(file: File): Promise<FileKind> {
  const bytes = new Uint8Array(await file.slice(0, BACKUP_BEGINS.length).arrayBuffer())
  if (BACKUP_BEGINS.every((byte, index) => bytes[index] === byte)) return 'backup'
  return canBeOpened(file.name) ? 'roster' : 'unknown'
}
