import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const DOCS = join(import.meta.dirname, '../../docs')

/** The SQL of docs/source-database.md between two marks, as a reader would copy it. Throws where there is none. */
export function documentedSql(mark: 'role' | 'role-undo' | 'views' | 'views-undo'): string {
  const text = readFileSync(join(DOCS, 'source-database.md'), 'utf8')
  const sql = new RegExp(`<!-- ${mark}:begin -->\\n\`\`\`sql\\n([^]*?)\`\`\`\\n<!-- ${mark}:end -->`, 'u').exec(
    text,
  )?.[1]
  if (sql === undefined) throw new Error(`docs/source-database.md has no SQL marked ${mark}`)
  return sql
}

/** Every block of SQL in the documents, in their order. */
export function allDocumentedSql(): readonly { readonly document: string; readonly sql: string }[] {
  const documents = readdirSync(DOCS).filter((name) => name.endsWith('.md'))
  return documents.flatMap((document) =>
    [...readFileSync(join(DOCS, document), 'utf8').matchAll(/^```sql\n([^]*?)^```/gmu)].map((match) => ({
      document,
      sql: match[1]!,
    })),
  )
}
