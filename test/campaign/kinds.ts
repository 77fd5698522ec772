import type { Kind } from './campaign.ts'
import { clockJumps } from './kinds/clock-jumps.ts'
import { damage } from './kinds/damage.ts'
import { editKills } from './kinds/edit-kills.ts'
import { fullDisks } from './kinds/full-disks.ts'
import { hostileBackups } from './kinds/hostile-backups.ts'
import { stalledLines } from './kinds/stalled-lines.ts'
import { syncKills } from './kinds/sync-kills.ts'

export const KINDS: readonly Kind[] = [
  syncKills,
  stalledLines,
  editKills,
  damage,
  clockJumps,
  fullDisks,
  hostileBackups,
]
