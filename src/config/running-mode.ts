/** True under `npm run dev`. */
export const isDevelopment = (): boolean => process.env.NODE_ENV === 'development'
