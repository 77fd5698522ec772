import type { Translation } from '../../../shared/language/catalogue.ts'
import type { picture as english } from '../en/picture.ts'

/** Figures as pictures. */
export const picture: Translation<typeof english> = {
  picture: 'Bild',
  pictureOf: 'Bild: {name}',
  actions: {
    copy: 'Bild kopieren',
    png: 'Als PNG speichern',
    svg: 'Als SVG speichern',
  },
  copied: 'Bild kopiert.',
  cannotCopy: 'Das Bild konnte nicht kopiert werden.',
  saveInstead: 'Speichern Sie es stattdessen als PNG.',
  source: '{workspace} · Daten bis {when} · Covercast',
  sourceNoData: '{workspace} · Covercast',
  sourceUnknown: 'Covercast',
}
