import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { Form } from 'react-aria-components'
import { appSettingsSchema } from '../../../shared/contract/app-settings.ts'
import { reportOf } from '../../app/errors/error-report.ts'
import type { Outputs } from '../../app/rpc/procedures.ts'
import { useTRPC } from '../../app/rpc/client.ts'
import { useAppSettings, useSaveAppSettings } from '../../app/settings/app-settings.ts'
import { useTexts } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'
import { cardClass } from '../../kit/card.tsx'
import { ErrorNotice } from '../../kit/error-notice.tsx'
import { TextField } from '../../kit/fields.tsx'

/** Where newer versions are looked for, and the button that looks; nothing else ever does. */
export function UpdateSettings(): ReactNode {
  const t = useTexts('updates')
  const trpc = useTRPC()
  const { updateAddress } = useAppSettings()
  const save = useSaveAppSettings()
  const { data: publisher } = useQuery(trpc.updates.publisher.queryOptions())
  const [typed, setTyped] = useState<string | null>(null)
  const check = useMutation(trpc.updates.check.mutationOptions())
  const kept = updateAddress ?? publisher?.address ?? ''
  const address = typed ?? kept
  const isUsable = address === '' || appSettingsSchema.shape.updateAddress.safeParse(address).success
  const isChanged = address !== kept
  return (
    <Form
      className={cardClass('form')}
      aria-labelledby="settings-updates"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isUsable) return
        save({ updateAddress: address === '' || address === publisher?.address ? null : address })
        setTyped(null)
        check.reset()
      }}
    >
      <h2 id="settings-updates">{t.title}</h2>
      <p>{kept === '' ? t.off : t.about({ address: kept })}</p>
      <TextField
        label={t.address}
        hint={t.addressHint}
        value={address}
        onChange={setTyped}
        maxLength={2000}
        fixed
        problem={isUsable ? null : t.addressProblem}
      />
      {check.error === null ? null : <ErrorNotice report={reportOf(check.error)} />}
      <output>{check.data === undefined ? null : <Found found={check.data} />}</output>
      <div className="settings-actions">
        <Button kind="primary" isDisabled={kept === '' || isChanged || check.isPending} onPress={() => check.mutate()}>
          {check.isPending ? t.checking : t.check}
        </Button>
        {isChanged ? (
          <Button type="submit" isDisabled={!isUsable}>
            {t.save}
          </Button>
        ) : null}
      </div>
    </Form>
  )
}

/** What came of looking. */
function Found({ found }: { readonly found: Outputs['updates']['check'] }): ReactNode {
  const t = useTexts('updates')
  switch (found.kind) {
    case 'off':
      return t.off
    case 'newest':
      return t.newest({ version: found.version })
    case 'failed':
      return t.problems[found.problem]
    case 'newer':
      return (
        <>
          <p>{t.newer({ version: found.version })}</p>
          <p className="update-notes">{found.notes}</p>
          <p>
            <a href={found.page} target="_blank" rel="noreferrer">
              {t.open({ page: found.page })}
            </a>
          </p>
        </>
      )
  }
}
