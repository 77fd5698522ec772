import { z } from 'zod'
import { pageRulesSchema } from '../../../shared/contract/page-rules.ts'
import { workspaceSettingsSchema } from '../../../shared/contract/workspace-settings.ts'
import { workspaceId } from '../core/inputs.ts'

/** Rules that may not be saved yet. */
export const testPagesInput = z.strictObject({
  workspaceId,
  rules: pageRulesSchema.min(1, 'are none'),
  /** null: the workspace's. */
  column: workspaceSettingsSchema.shape.pageColumn.unwrap().nullable().default(null),
})
