/** A menu in its place on the page: its portal would stand outside every landmark, its focus placeholder among the items. */
export const IN_PLACE = { withinPortal: false, withInitialFocusPlaceholder: false } as const
