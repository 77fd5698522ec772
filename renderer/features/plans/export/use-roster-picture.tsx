import { RosterTable } from '../../../app/roster/roster-table.tsx'
import { rosterOfWeek } from '../../../app/roster/roster-model.ts'
import { usePicture, type PictureMaking } from '../../../app/picture/use-picture.tsx'
import { useTRPCClient } from '../../../app/rpc/client.ts'
import { zoneText } from '../../../app/sync/sync-text.ts'
import { useWorkspace } from '../../../app/workspace/workspace-context.tsx'
import { useFormat } from '../../../format/format-context.tsx'
import { addDays } from '../../../../shared/time/local.ts'

/** A week of a plan, as its roster, as a picture. */
export function useRosterPicture(planId: string, week: string): PictureMaking {
  const format = useFormat()
  const client = useTRPCClient()
  const { workspaceId, overview } = useWorkspace()
  return usePicture(async () => {
    const [{ plan }, agents, timeOff] = await Promise.all([
      client.plans.get.query({ workspaceId, planId }),
      client.agents.list.query({ workspaceId }),
      client.timeOff.list.query({ workspaceId }),
    ])
    const pool = overview?.pools.find(({ id }) => id === plan.poolId)?.name
    return {
      title: plan.name,
      about: [
        format.dateRange(week, addDays(week, 6)),
        zoneText(plan.timeZone, format),
        ...(pool === undefined || pool === null ? [] : [pool]),
      ],
      source: format.texts.planExport.pictureAsOf({
        workspace: overview?.workspace.name ?? '',
        when: format.instant(Date.now(), plan.timeZone, 'year'),
      }),
      width: WIDTH,
      content: <RosterTable roster={rosterOfWeek(plan, { firstDate: week, agents, timeOff }, format)} />,
    }
  })
}

/** CSS pixels: seven days with times and breaks. */
const WIDTH = 1200
