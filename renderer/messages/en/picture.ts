/** Figures as pictures. */
export const picture = {
  picture: 'Picture',
  pictureOf: 'Picture of {name}',
  actions: {
    copy: 'Copy picture',
    png: 'Save as PNG',
    svg: 'Save as SVG',
  },
  copied: 'Picture copied.',
  cannotCopy: 'The picture could not be copied.',
  saveInstead: 'Save it as PNG instead.',
  source: '{workspace} · Data up to {when} · Covercast',
  sourceNoData: '{workspace} · Covercast',
  sourceUnknown: 'Covercast',
} as const
