import type { Translation } from '../../../shared/language/catalogue.ts'
import type { picture as english } from '../en/picture.ts'

/** Figures as pictures. */
export const picture: Translation<typeof english> = {
  picture: 'Imagen',
  pictureOf: 'Imagen de {name}',
  actions: {
    copy: 'Copiar la imagen',
    png: 'Guardar como PNG',
    svg: 'Guardar como SVG',
  },
  copied: 'Imagen copiada.',
  cannotCopy: 'No se pudo copiar la imagen.',
  saveInstead: 'Guárdela como PNG.',
  source: '{workspace} · Datos hasta {when} · Covercast',
  sourceNoData: '{workspace} · Covercast',
  sourceUnknown: 'Covercast',
}
