import type { Translation } from '../../../shared/language/catalogue.ts'
import type { picture as english } from '../en/picture.ts'

/** Figures as pictures. */
export const picture: Translation<typeof english> = {
  picture: 'Image',
  pictureOf: 'Image : {name}',
  actions: {
    copy: 'Copier l’image',
    png: 'Enregistrer en PNG',
    svg: 'Enregistrer en SVG',
  },
  copied: 'Image copiée.',
  cannotCopy: 'L’image n’a pas pu être copiée.',
  saveInstead: 'Enregistrez-la plutôt en PNG.',
  source: '{workspace} · Données jusqu’au {when} · Covercast',
  sourceNoData: '{workspace} · Covercast',
  sourceUnknown: 'Covercast',
}
