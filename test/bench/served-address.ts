import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

/** The address that `covercast serve --json` prints. */
export async function addressOf(server: ChildProcess): Promise<string> {
  let text = ''
  for await (const line of createInterface({ input: server.stdout! })) {
    text += line
    const url = /"url":\s*"([^"]+)"/.exec(text)?.[1]
    if (url !== undefined) return url
  }
  throw new Error(`The app did not start: ${text}`)
}
