import { AppError } from '../../shared/foundation/errors.ts'
import type { SourceOrganization } from './source.ts'

/** The organization to sync. Throws AppError 'source-organization' where it is unknown, or where there are several and none is chosen. */
export function chooseOrganization(
  organizations: readonly SourceOrganization[],
  wanted: string | null,
): SourceOrganization {
  const list = organizations.map(({ id, name }) => (name === null ? id : `${id} (${name})`)).join(', ')
  if (wanted !== null) {
    const found = organizations.find(({ id }) => id === wanted)
    if (found !== undefined) return found
    throw new AppError({
      code: 'source-organization',
      message:
        organizations.length === 0
          ? `The source has no organization, so not ${wanted} either.`
          : `The source has no organization ${wanted}. It has: ${list}.`,
      next: 'Choose one of the organizations of the source.',
    })
  }
  const [only, ...others] = organizations
  if (only === undefined) {
    throw new AppError({
      code: 'source-organization',
      message: 'The source has no organization and no visit yet.',
      next: 'Check that this is the right database, then sync again.',
    })
  }
  if (others.length === 0) return only
  throw new AppError({
    code: 'source-organization',
    message: `The source has several organizations: ${list}.`,
    next: 'Say which one to sync.',
  })
}
