/** Whether this is a machine that nobody works at: nothing may be left out there. */
export const CI = Boolean(process.env.CI) && process.env.CI !== 'false';
