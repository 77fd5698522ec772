import { strToU8, zipSync } from 'fflate'

/** A file of an archive; folders are part of its name. */
export interface PackedFile {
  readonly name: string
  readonly content: string | Uint8Array
}

/** Many files as one archive (ZIP). */
export function zipFiles(files: readonly PackedFile[]): Uint8Array {
  return zipSync(
    Object.fromEntries(
      files.map(({ name, content }) => [name, typeof content === 'string' ? strToU8(content) : content]),
    ),
  )
}

/** Two people of one name have files of their own, also where a file system takes capitals for the same. */
export function distinctNames(files: readonly PackedFile[]): readonly PackedFile[] {
  const taken = new Set<string>()
  return files.map(({ name, content }) => {
    const dot = name.lastIndexOf('.')
    let free = name
    for (let count = 2; taken.has(free.toLowerCase()); count++)
      free = `${name.slice(0, dot)} (${count})${name.slice(dot)}`
    taken.add(free.toLowerCase())
    return { name: free, content }
  })
}
