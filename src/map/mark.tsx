/** A picture of picture.ts as inline SVG, for the legend and the plain map. */
import type { Part, Picture } from './picture'
import { glyphFont } from './paint-picture'

/** Decorative by itself: a word always stands beside it. */
export function Mark({ picture, px = picture.size }: { readonly picture: Picture; readonly px?: number }) {
  const half = picture.size / 2
  return (
    <svg
      className="map-mark"
      width={px}
      height={px}
      viewBox={`${-half} ${-half} ${picture.size} ${picture.size}`}
      aria-hidden="true"
    >
      <MarkParts parts={picture.parts} />
    </svg>
  )
}

export function MarkParts({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map((part, i) =>
    'text' in part ? (
      <text
        key={i}
        x={part.x}
        y={part.y}
        fontSize={part.size}
        fontWeight={600}
        fontFamily={glyphFont}
        fill={part.fill}
        textAnchor="middle"
        dominantBaseline="central"
      >
        {part.text}
      </text>
    ) : (
      <path
        key={i}
        d={part.path}
        transform={part.at && `translate(${part.at.x} ${part.at.y}) scale(${part.at.scale})`}
        fill={part.fill ?? 'none'}
        stroke={part.stroke}
        strokeWidth={part.width}
        strokeDasharray={part.dash?.join(' ')}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    ),
  )
}
