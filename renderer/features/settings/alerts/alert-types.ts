import type { Inputs, Outputs } from '../../../app/rpc/procedures.ts'

export type AlertSettingsAnswer = Outputs['alerts']['settings']
export type StoredRule = AlertSettingsAnswer['rules'][number]
export type StoredChannel = AlertSettingsAnswer['channels'][number]
export type RuleInput = Inputs['alerts']['saveRule']['rule']
export type ChannelInput = Inputs['alerts']['saveChannel']['channel']
export type DigestInput = Inputs['alerts']['saveDigest']['digest']
