/** The points of a text: added, removed and moved. */
import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-preact';
import { Button, TextArea } from '../../shared/ui/index.ts';
import { mostPoints, movedPoint, newPoint, type PointDraft } from './text-draft.ts';
import { t } from './texts.ts';

interface Props {
  points: readonly PointDraft[];
  errorOf: (id: string) => string | undefined;
  onChange: (points: PointDraft[]) => void;
}

const Point = ({ points, errorOf, onChange, index }: Props & { index: number }) => {
  const n = index + 1;
  const point = points[index] as PointDraft;
  return (
    <div class="stack-tight">
      <TextArea
        id={`points-${index}`}
        label={t('point', { n })}
        maxLength={1000}
        error={errorOf(`points-${index}`)}
        value={point.text}
        onInput={(text) => onChange(points.map((old) => (old.key === point.key ? { ...old, text } : old)))}
      />
      <div class="row">
        <Button
          look="quiet"
          disabled={index === 0}
          aria-label={t('up1', { n })}
          onClick={() => onChange(movedPoint(points, index, -1))}
        >
          <ArrowUp class="icon" aria-hidden="true" />
        </Button>
        <Button
          look="quiet"
          disabled={index === points.length - 1}
          aria-label={t('down1', { n })}
          onClick={() => onChange(movedPoint(points, index, 1))}
        >
          <ArrowDown class="icon" aria-hidden="true" />
        </Button>
        <Button
          look="quiet"
          disabled={points.length === 1}
          aria-label={t('removePoint', { n })}
          onClick={() => onChange(points.filter(({ key }) => key !== point.key))}
        >
          <Trash2 class="icon" aria-hidden="true" />
        </Button>
      </div>
    </div>
  );
};

export const PointFields = (props: Props) => {
  const { points, onChange } = props;
  return (
    <fieldset class="stack group">
      <legend>{t('points')}</legend>
      {points.map(({ key }, index) => (
        <Point key={key} {...props} index={index} />
      ))}
      {points.length < mostPoints && (
        <Button
          look="second"
          icon={<Plus class="icon" aria-hidden="true" />}
          onClick={() => onChange([...points, newPoint()])}
        >
          {t('addPoint')}
        </Button>
      )}
    </fieldset>
  );
};
