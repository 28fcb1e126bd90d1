import { Progress } from '@mantine/core'
import { IconPlugConnectedX, IconShieldCheck } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'

import { Card } from '@/components/Card'
import { Caution } from '@/components/Caution'
import { LiveMessage } from '@/components/LiveMessage'
import { OutcomeBar } from '@/components/OutcomeBar'
import { OutcomeLegend } from '@/components/OutcomeLegend'
import { formatCount, formatPercent, formatTimeLeft } from '@/lib/format'

import type { Import } from '../api/types'
import { PhaseLine } from './PhaseLine'
import classes from './RunningImport.module.css'

const ALWAYS = ['created', 'updated', 'unchanged', 'duplicate', 'rejected'] as const

/** An import at work: how far, what came of the rows so far, how long still. */
export function RunningImport({ import: one, connected }: { import: Import; connected: boolean }) {
  const { percent, message, rows_per_second: pace, eta_seconds: left } = one.progress
  return (
    <>
      {one.waits_for && (
        <Caution>
          <span>
            It waits for{' '}
            <Link to="/imports/$importId" params={{ importId: one.waits_for }}>
              another import
            </Link>{' '}
            of the same products to end, and then goes on by itself.
          </span>
        </Caution>
      )}
      <Card>
        <div className={classes.head}>
          <p className={classes.percent}>{formatPercent(percent)}</p>
          <dl className={classes.facts}>
            <Fact name="Time left" value={left == null ? '–' : formatTimeLeft(left)} />
            <Fact name="Rows a second" value={pace == null ? '–' : formatCount(pace)} />
            <Fact name="Now" value={message} wide />
          </dl>
        </div>
        <Progress value={percent} size={10} aria-label={`Progress of ${one.filename}`} transitionDuration={140} />
        <PhaseLine course={one} />
        <p className={classes.safe}>
          {connected ? (
            <>
              <IconShieldCheck size={16} aria-hidden /> Closing this tab is safe: the import goes on, and this page finds it again.
            </>
          ) : (
            <>
              <IconPlugConnectedX size={16} aria-hidden /> The connection is lost. The import goes on without it; this page keeps trying.
            </>
          )}
        </p>
      </Card>
      <Card title="Rows so far" aside={<span className={classes.read}>{stateOfRows(one)}</span>}>
        <OutcomeBar counts={one.counts} total={one.counts.read} />
        <OutcomeLegend counts={one.counts} always={ALWAYS} />
      </Card>
      <LiveMessage message={`${message}, ${formatPercent(percent)}`} />
    </>
  )
}

function Fact({ name, value, wide }: { name: string; value: string; wide?: boolean }) {
  return (
    <div className={classes.fact} data-wide={wide}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function stateOfRows({ phase, counts }: Import): string {
  return phase === 'applying' ? `${formatCount(counts.read)} read` : 'Nothing is written before the last phase'
}
