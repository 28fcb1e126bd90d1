import { Button, Popover } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { SyntheticEvent } from 'react'

import { Sentence } from '@/components/Sentence'
import { ApiError } from '@/lib/api/error'

import { fieldProblemsOf } from '../components/saveProblems'
import type { CellState } from './cellStates'
import { textOf } from './cellText'
import classes from './CellNotice.module.css'

interface CellNoticeProps {
  state: Extract<CellState, { kind: 'failed' | 'conflict' }>
  column: string
  onWrite: () => void
  onDismiss: () => void
}

const stop = (event: SyntheticEvent) => event.stopPropagation()

/** Beside a cell whose content could not be saved, until that is solved: why, and what to do. */
export function CellNotice({ state, column, onWrite, onDismiss }: CellNoticeProps) {
  return (
    <Popover opened position="bottom-start" width={320} offset={4} shadow="md" withRoles={false} closeOnEscape={false} closeOnClickOutside={false}>
      <Popover.Target>
        <span className={classes.mark}>
          <IconAlertTriangle size={15} aria-hidden />
        </span>
      </Popover.Target>
      <Popover.Dropdown className={classes.notice} data-kind={state.kind} role="dialog" aria-label="Not saved">
        {/* React hands events of a portal to the grid around the cell, which would take them for its own. */}
        <div role="presentation" onMouseDown={stop} onClick={stop} onDoubleClick={stop} onKeyDown={stop}>
          <div role="alert">{state.kind === 'conflict' ? <Conflict state={state} column={column} /> : <Failure state={state} />}</div>
          <div className={classes.answers}>
            <Button size="compact-xs" onClick={onWrite}>
              {state.kind === 'conflict' ? 'Write mine over it' : 'Try again'}
            </Button>
            <Button size="compact-xs" variant="default" onClick={onDismiss}>
              {state.kind === 'conflict' ? 'Keep theirs' : 'Let go'}
            </Button>
            <span className={classes.keys}>Enter edits it again, Escape lets go</span>
          </div>
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}

function Conflict({ state, column }: { state: Extract<CellState, { kind: 'conflict' }>; column: string }) {
  return (
    <p>
      <strong>Somebody changed this cell.</strong> It is now <b>{shown(textOf(state.current, column))}</b>; you wrote <b>{shown(state.text)}</b>.
    </p>
  )
}

function Failure({ state }: { state: Extract<CellState, { kind: 'failed' }> }) {
  const holder = state.error instanceof ApiError ? (state.error.extra.holder as { id: number; sku: string } | undefined) : undefined
  const [problem] = fieldProblemsOf(state.error)
  return (
    <>
      <p>
        <strong>
          <bdi>{shown(state.text)}</bdi> was not saved.
        </strong>{' '}
        <Sentence text={problem?.message ?? state.error.message} />
      </p>
      {holder && (
        <Link to="/products" search={(search) => ({ ...search, product: holder.id })} resetScroll={false}>
          Open {holder.sku}
        </Link>
      )}
    </>
  )
}

function shown(text: string): string {
  if (text.trim() === '') return 'Nothing'
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
