import { ChevronDown, Copy, Image as ImageIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useTexts } from '../../format/format-context.tsx'
import { Button } from '../../kit/button.tsx'
import { ActionFailure } from '../files/action-failure.tsx'
import { PICTURE_ACTIONS, usePicture, type Picture, type PictureAction } from './use-picture.tsx'
import '../../kit/option-list.css'

interface PictureMenuProps {
  /** Of what, for those who hear the button: "the trend". */
  readonly name: string
  readonly picture: () => Picture
}

/** Copies a figure as a picture, or saves it as one. */
export function PictureMenu({ name, picture }: PictureMenuProps): ReactNode {
  const t = useTexts('picture')
  const { make, isWorking, error, place } = usePicture(picture)
  return (
    <>
      {error === null || isWorking ? null : <ActionFailure error={error} />}
      <MenuTrigger>
        <Button
          kind="quiet"
          icon={<ImageIcon size={14} aria-hidden />}
          aria-label={t.pictureOf({ name })}
          isDisabled={isWorking}
        >
          {t.picture}
          <ChevronDown size={14} aria-hidden />
        </Button>
        <Popover className="popover" placement="bottom end" offset={4}>
          <PictureActions label={t.pictureOf({ name })} onAction={make} />
        </Popover>
      </MenuTrigger>
      {place}
    </>
  )
}

/** The entries of a menu of pictures. */
export function PictureActions({
  label,
  onAction,
}: {
  readonly label: string
  readonly onAction: (action: PictureAction) => void
}): ReactNode {
  const t = useTexts('picture')
  return (
    <Menu className="picture-menu" aria-label={label} onAction={(key) => onAction(key as PictureAction)}>
      {PICTURE_ACTIONS.map((action) => (
        <MenuItem key={action} id={action} className="option" textValue={t.actions[action]}>
          <span className="option-check">
            {action === 'copy' ? <Copy size={14} aria-hidden /> : <ImageIcon size={14} aria-hidden />}
          </span>
          <span>{t.actions[action]}</span>
        </MenuItem>
      ))}
    </Menu>
  )
}
