import { CalendarDays, Copy, Mail, Smartphone } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { mailLink } from '../../../../shared/handout/mail-link.ts'
import { messageSubject, messageText } from '../../../../shared/handout/message-text.ts'
import { changeTexts } from '../../../../shared/handout/shift-text.ts'
import { copyText } from '../../../kit/clipboard.ts'
import { openMail } from '../../../app/files/open-mail.ts'
import { useFormat } from '../../../format/format-context.tsx'
import { Button } from '../../../kit/button.tsx'
import { showToast } from '../../../kit/toast.tsx'
import type { ChangedPerson, PlanChanges } from './hand-out-types.ts'
import type { HandOutFile } from './use-hand-out-files.ts'

interface ChangedPersonProps {
  readonly person: ChangedPerson
  readonly changes: PlanChanges
  readonly onSave: (file: HandOutFile) => Promise<string | undefined>
}

/** So many sentences are shown at once. */
const FEW = 4

/** What changes for one person, and the ways to give it to them. */
export function ChangedPersonRow({ person, changes, onSave }: ChangedPersonProps): ReactNode {
  const format = useFormat()
  const { handOut: t } = format.texts
  const [showsAll, setShowsAll] = useState(false)
  const { agentId, name, email } = person
  const lines = changeTexts(person, changes, format)
  const shown = showsAll || lines.length <= FEW + 1 ? lines : lines.slice(0, FEW)
  const copy = async (): Promise<void> => {
    const isCopied = await copyText(messageText(person, changes, format))
    showToast({ text: isCopied ? t.copied({ name }) : t.notCopied })
  }
  const mail = async (address: string): Promise<void> => {
    const body = messageText(person, changes, format)
    const subject = messageSubject(changes, format)
    const link = mailLink({ address, subject, body })
    // At once: a browser opens nothing for a page that has waited first.
    openMail(link ?? mailLink({ address, subject, body: '' })!)
    if (link === null) await copyText(body)
    const file = await onSave({ kind: 'page', agent: agentId })
    if (file !== undefined) showToast({ text: (link === null ? t.tooLong : t.attach)({ file }) })
  }
  return (
    <li className="hand-out-person">
      <h3 translate="no" dir="auto">
        {name}
      </h3>
      <ul className="hand-out-lines">
        {shown.map((line, index) => (
          // Two shifts of a day may change alike.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index} dir="auto">
            {line}
          </li>
        ))}
        {shown.length === lines.length ? null : (
          <li>
            {t.more({ count: lines.length - shown.length })}{' '}
            <Button kind="link" onPress={() => setShowsAll(true)}>
              {t.showAll}
            </Button>
          </li>
        )}
      </ul>
      <div className="hand-out-actions">
        <Button
          kind="quiet"
          icon={<Copy size={14} aria-hidden />}
          aria-label={t.copyFor({ name })}
          onPress={() => void copy()}
        >
          {t.copy}
        </Button>
        <Button
          kind="quiet"
          icon={<Mail size={14} aria-hidden />}
          aria-label={t.mailFor({ name })}
          isDisabled={email === null}
          onPress={() => (email === null ? undefined : void mail(email))}
        >
          {t.mail}
        </Button>
        <Button
          kind="quiet"
          icon={<Smartphone size={14} aria-hidden />}
          aria-label={t.pageFor({ name })}
          onPress={() => void onSave({ kind: 'page', agent: agentId })}
        >
          {t.page}
        </Button>
        <Button
          kind="quiet"
          icon={<CalendarDays size={14} aria-hidden />}
          aria-label={t.calendarFor({ name })}
          onPress={() => void onSave({ kind: 'calendar', agent: agentId })}
        >
          {t.calendar}
        </Button>
        {email === null ? <span className="quiet">{t.noEmail}</span> : null}
      </div>
    </li>
  )
}
