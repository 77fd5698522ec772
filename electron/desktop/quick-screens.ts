import type { JumpListCategory } from 'electron'
import { formatAppLink } from '../../shared/contract/app-link.ts'
import type { Screen } from '../../shared/contract/screens.ts'
import type { DesktopTexts } from './desktop-texts.ts'

const QUICK: readonly Screen[] = ['today', 'coverage', 'plans', 'forecast']

/** The screens that the dock's menu and the task bar's list lead to. */
export function quickScreens({ commands }: DesktopTexts): readonly { readonly title: string; readonly link: string }[] {
  return QUICK.map((screen) => ({
    title: commands[`go-${screen}`].title,
    link: formatAppLink({ workspaceId: null, screen, params: {} }),
  }))
}

interface JumpListOptions {
  readonly texts: DesktopTexts
  /** The app's own executable. */
  readonly program: string
  readonly dataDir: string
}

/** What Windows shows at the app's button in the task bar: recent files, and screens. A task starts the app again, which hands its link to the one that runs. */
export function jumpList({ texts, program, dataDir }: JumpListOptions): JumpListCategory[] {
  return [
    { type: 'recent' },
    {
      type: 'tasks',
      items: quickScreens(texts).map(({ title, link }) => ({
        type: 'task',
        title,
        description: title,
        program,
        args: `"--data-dir=${dataDir}" ${link}`,
        iconPath: program,
        iconIndex: 0,
      })),
    },
  ]
}
