import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useState, type ReactNode } from 'react'
import { parseAppLink } from '../../../shared/contract/app-link.ts'
import { useFormat, useTexts } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { Modal, ModalActions } from '../../kit/modal.tsx'
import { reportOf } from '../errors/error-report.ts'
import { DropFrame } from '../files/drop-frame.tsx'
import type { Route } from '../routing/route.ts'
import { useRouting } from '../routing/use-route.tsx'
import { useTRPC } from '../rpc/client.ts'
import { RestoreNameForm } from '../workspace/restore-name-form.tsx'
import { useRestore } from '../workspace/use-restore.ts'
import { lastUsed } from '../workspace/last-used.ts'
import { fileKindOf } from './file-kind.ts'
import { useWantedFiles } from './use-wanted-files.ts'
import { waitForPlans } from './waiting-roster.ts'

type Asked =
  | { readonly kind: 'restore'; readonly file: File; readonly id: string }
  | { readonly kind: 'refused'; readonly message: string; readonly next: string }

/** Opens what is dropped on the window, double-clicked, or linked to: a screen, a plan, or a backup after a question. */
export function OpenedThings(): ReactNode {
  const { opening: t } = useFormat().texts
  const { route, go } = useRouting()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [asked, setAsked] = useState<Asked | null>(null)
  const openId = route.page === 'workspace' ? route.workspaceId : null
  const workspaceFor = useCallback(
    async (wanted: string | null): Promise<string | null> => {
      if (wanted === null && openId !== null) return openId
      const all = await queries.fetchQuery(trpc.workspaces.list.queryOptions())
      return (wanted === null ? lastUsed(all) : all.find(({ id }) => id === wanted))?.id ?? null
    },
    [openId, queries, trpc],
  )
  const onLink = useCallback(
    (text: string) => {
      const link = parseAppLink(text)
      if (link === null) return setAsked({ kind: 'refused', message: t.noLink, next: t.noLinkNext })
      void workspaceFor(link.workspaceId).then((workspaceId) => {
        if (workspaceId === null && link.workspaceId !== null)
          return setAsked({ kind: 'refused', message: t.otherWorkspace, next: t.otherWorkspaceNext })
        return go(
          workspaceId === null ? { page: 'start' } : ({ page: 'workspace', ...link, workspaceId } satisfies Route),
        )
      })
    },
    [go, t, workspaceFor],
  )
  const onFile = useCallback(
    (name: string, file: File | null) => {
      void open(file).catch(() =>
        setAsked({ kind: 'refused', message: t.notRead({ file: name }), next: t.notReadNext }),
      )
      async function open(opened: File | null): Promise<void> {
        if (opened === null) throw new Error('It could not be fetched.')
        const kind = await fileKindOf(opened)
        if (kind === 'backup') return setAsked({ kind: 'restore', file: opened, id: crypto.randomUUID() })
        if (kind === 'unknown')
          return setAsked({ kind: 'refused', message: t.unknown({ file: name }), next: t.unknownNext })
        const workspaceId = await workspaceFor(null)
        if (workspaceId === null)
          return setAsked({ kind: 'refused', message: t.noWorkspace({ file: name }), next: t.noWorkspaceNext })
        waitForPlans(opened)
        go({ page: 'workspace', workspaceId, screen: 'plans', params: {} })
      }
    },
    [go, t, workspaceFor],
  )
  const { isDragged } = useWantedFiles({ onLink, onFile })
  const close = (): void => setAsked(null)
  return (
    <>
      <DropFrame isDragged={isDragged} label={t.drop} />
      {asked?.kind === 'restore' ? <RestoreDialog key={asked.id} file={asked.file} onClose={close} /> : null}
      {asked?.kind === 'refused' ? (
        <Modal title={t.notOpened} isOpen onClose={close}>
          <p>{asked.message}</p>
          <p>{asked.next}</p>
          <ModalActions>
            <Button kind="primary" onPress={close}>
              {t.close}
            </Button>
          </ModalActions>
        </Modal>
      ) : null}
    </>
  )
}

/** Asks before a backup becomes a workspace, and then opens it. */
function RestoreDialog({ file, onClose }: { readonly file: File; readonly onClose: () => void }): ReactNode {
  const t = useTexts('opening')
  const { cancel } = useTexts('app')
  const { go } = useRouting()
  const restore = useRestore((workspace) => {
    onClose()
    go({ page: 'workspace', workspaceId: workspace.id, screen: 'coverage', params: {} })
  })
  return (
    <Modal title={t.restoreTitle} isOpen onClose={() => (restore.isPending ? undefined : onClose())}>
      <p>{t.restoreText({ file: file.name })}</p>
      <p>{t.restoreSafe}</p>
      {restore.error === null ? null : <ErrorNotice report={reportOf(restore.error)} />}
      {restore.taken === null ? null : <RestoreNameForm isPending={restore.isPending} onName={restore.runAs} />}
      <ModalActions>
        <Button onPress={onClose} isDisabled={restore.isPending}>
          {cancel}
        </Button>
        {restore.taken === null ? (
          <Button kind="primary" isDisabled={restore.isPending} onPress={() => restore.run(file)}>
            {restore.isPending ? t.restoring : t.restore}
          </Button>
        ) : null}
      </ModalActions>
    </Modal>
  )
}
