import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import electronVite from '../electron.vite.config.ts'

const MARK = 'node_modules/'

/** Folders (below node_modules) of every package of which code was put into out/: by the main bundle's source maps, and by what the page's bundler keeps. */
export async function bundledPackages(root: string): Promise<ReadonlySet<string>> {
  const modules = [...mainModules(join(root, 'out', 'main')), ...(await pageModules())]
  return new Set(modules.map(packageOf).filter((found) => found !== null))
}

function mainModules(folder: string): readonly string[] {
  const maps = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.map'))
  if (maps.length === 0)
    throw new Error(`${folder} has no source maps, and so does not say what is in it. Run npm run build.`)
  return maps.flatMap(
    (name) => (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { readonly sources: readonly string[] }).sources,
  )
}

/** The page has no source maps: bundle it once more, without writing it. */
async function pageModules(): Promise<readonly string[]> {
  const { renderer } = electronVite as { readonly renderer: { readonly build: object } }
  const results = await build({
    ...renderer,
    configFile: false,
    logLevel: 'error',
    build: { ...renderer.build, write: false },
  })
  const outputs = (Array.isArray(results) ? results : [results]).flatMap((result) =>
    'output' in result ? result.output : [],
  )
  const code = outputs
    .flatMap((output) => (output.type === 'chunk' ? Object.entries(output.modules) : []))
    .flatMap(([id, { renderedLength }]) => (renderedLength > 0 ? [id] : []))
  // Fonts.
  const files = outputs.flatMap((output) => (output.type === 'asset' ? output.originalFileNames : []))
  return [...code, ...files]
}

/** `a`, `@b/c`, or `a/node_modules/d` for a package within a package; null: it is code of the project. */
function packageOf(module: string): string | null {
  const path = module.replaceAll('\\', '/').replace(/\?.*$/u, '')
  const first = path.indexOf(MARK)
  const last = path.lastIndexOf(MARK)
  if (first < 0) return null
  const [scope = '', name = ''] = path.slice(last + MARK.length).split('/')
  return path.slice(first + MARK.length, last + MARK.length) + (scope.startsWith('@') ? `${scope}/${name}` : scope)
}
