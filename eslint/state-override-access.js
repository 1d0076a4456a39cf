/** The Local API calls that read or write under access control, or, by Payload's default, without it. */
const LOCAL_API = new Set([
  'count',
  'countVersions',
  'create',
  'delete',
  'duplicate',
  'find',
  'findByID',
  'findDistinct',
  'findGlobal',
  'findVersionByID',
  'findVersions',
  'restoreVersion',
  'update',
  'updateGlobal',
])

const isPayload = (node) =>
  (node.type === 'Identifier' && /^payload$/i.test(node.name)) ||
  (node.type === 'MemberExpression' && !node.computed && node.property.name === 'payload')

/** Payload's Local API ignores every access rule unless told otherwise, so each call must say which it means. */
export const stateOverrideAccess = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      missing:
        'State `overrideAccess` in payload.{{ method }}(): left out, Payload ignores every access rule.',
    },
  },
  create: (context) => ({
    CallExpression(node) {
      const { callee } = node
      if (callee.type !== 'MemberExpression' || callee.computed) return
      if (!LOCAL_API.has(callee.property.name) || !isPayload(callee.object)) return
      const [options] = node.arguments
      const states =
        options?.type === 'ObjectExpression' &&
        options.properties.some((p) => p.type === 'Property' && p.key.name === 'overrideAccess')
      if (!states) {
        context.report({ node, messageId: 'missing', data: { method: callee.property.name } })
      }
    },
  }),
}
