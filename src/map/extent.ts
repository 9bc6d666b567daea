/** The signs of the map are those of the printed one: they lie in exports/signs/. */
export * from '../exports/signs/extent'
