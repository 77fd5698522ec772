import { execFileSync } from 'node:child_process'

interface Component {
  readonly name: string
  readonly version: string
  readonly purl: string
}
interface Bill {
  readonly metadata: { readonly component: Component }
  readonly components: readonly Component[]
}
interface Manifest {
  readonly name: string
  readonly devDependencies: { readonly electron: string }
}

/** What a package may hold, as CycloneDX: npm lists what is bundled, which is every dependency; the runtime is one for building only, and comes on top. */
export function billOfMaterials(root: string, { name, devDependencies: { electron } }: Manifest): string {
  const args = [
    'sbom',
    '--sbom-format=cyclonedx',
    '--sbom-type=application',
    '--omit=dev',
    '--omit=optional',
    '--package-lock-only',
  ]
  const bill = JSON.parse(
    execFileSync('npm', args, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' }),
  ) as Bill
  const runtime = {
    'bom-ref': `electron@${electron}`,
    type: 'framework',
    name: 'electron',
    version: electron,
    purl: `pkg:npm/electron@${electron}`,
    licenses: [{ license: { id: 'MIT' } }],
  }
  // npm calls it by the folder of the checkout.
  const metadata = { ...bill.metadata, component: { ...bill.metadata.component, name } }
  return `${JSON.stringify({ ...bill, metadata, components: [...bill.components, runtime] }, null, 2)}\n`
}
