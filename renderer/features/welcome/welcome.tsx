import { useQuery } from '@tanstack/react-query'
import { Database, FlaskConical } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../../components/button.tsx'
import { ErrorNotice } from '../../components/error-notice.tsx'
import { reportOf } from '../../errors/error-report.ts'
import { useRouting } from '../../routing/use-route.tsx'
import { useTRPC } from '../../rpc.ts'
import { useStartDemo } from '../../workspace/use-start-demo.ts'
import './welcome.css'

/** The first screen of all: two ways in. */
export function Welcome(): ReactNode {
  const { go } = useRouting()
  const trpc = useTRPC()
  const demo = useStartDemo()
  const { data: workspaces = [] } = useQuery(trpc.workspaces.list.queryOptions())
  return (
    <main className="welcome" id="main" tabIndex={-1}>
      <header className="welcome-head">
        <h1>See when visitors find nobody</h1>
        <p>Covercast counts how many of your visitors met an available agent, hour by hour, and shows where they are lost.</p>
      </header>
      <div className="welcome-ways">
        <section className="welcome-way">
          <Database size={20} aria-hidden />
          <h2>Connect your Postgres</h2>
          <p>Reads visits and agents’ sessions from your own database, read only, and keeps hourly counts on this machine.</p>
          <Button kind="primary" onPress={() => go({ page: 'connect', workspaceId: null })}>
            Connect a database
          </Button>
        </section>
        <section className="welcome-way">
          <FlaskConical size={20} aria-hidden />
          <h2>Explore the demo company</h2>
          <p>A made-up company with several pools, a growing trend and a weak spot at noon. Nothing leaves this machine.</p>
          <Button isDisabled={demo.isPending} onPress={demo.start}>
            {demo.isPending ? 'Opening the demo' : 'Open the demo'}
          </Button>
        </section>
      </div>
      {workspaces.map(({ id, name, problem }) =>
        problem === null ? null : <ErrorNotice key={id} report={{ code: 'store-damaged', message: `The workspace ${name} cannot be opened.`, next: problem }} />,
      )}
      {demo.error === null ? null : (
        <ErrorNotice report={reportOf(demo.error)}>
          <Button onPress={demo.start}>Try again</Button>
        </ErrorNotice>
      )}
    </main>
  )
}
