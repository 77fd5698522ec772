// Runs a script of the project on a Node that is new enough: this one, or the one that was installed with the project.
// Plain JavaScript, because an old Node must be able to read it: `node electron/node.mjs FILE [ARGUMENTS]`.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, delimiter, join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
const file = resolve(process.argv[2])

if (major > 22 || (major === 22 && minor >= 18)) {
  process.argv.splice(1, 2, file)
  await import(pathToFileURL(file).href)
} else {
  const folder = process.platform === 'win32' ? 'node-win' : `node-${process.platform}`
  const name = process.platform === 'win32' ? 'node.exe' : 'node'
  const own = join(import.meta.dirname ?? '.', '..', 'node_modules', `${folder}-${process.arch}`, 'bin', name)
  if (!existsSync(own)) {
    process.stderr.write(
      `Covercast needs Node 22.18 or newer; this is Node ${process.versions.node}. Install a newer Node and try again.\n`,
    )
    process.exit(1)
  }
  const env = { ...process.env, PATH: `${dirname(own)}${delimiter}${process.env.PATH ?? ''}` }
  const child = spawn(own, [file, ...process.argv.slice(3)], { stdio: 'inherit', env })
  // Ctrl+C reaches the script by itself, and it may go on: this process ends with it, not before.
  process.on('SIGINT', () => {})
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
}
