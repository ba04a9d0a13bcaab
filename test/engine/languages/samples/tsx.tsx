// A list with a form: what JSX adds.
import React, { useState } from "react";

interface Props<T> {
  readonly items: readonly T[];
  readonly title?: string;
  onPick(item: T): void;
}

export function List<T extends { id: string; html: string }>({ items, title = "Items", onPick }: Props<T>): JSX.Element {
  const [open, setOpen] = useState<boolean>(false);
  const link = `https://example.com/${title}`;
  if (items.length === 0) return <></>;
  return (
    <div className="list" onClick={() => setOpen(!open)}>
      <h1 title={title}>{title}</h1>
      {open && (
        <ul>
          {items.map((item) => (
            <li key={item.id} onClick={() => onPick(item)} dangerouslySetInnerHTML={{ __html: item.html }} />
          ))}
        </ul>
      )}
      <a href={link} target="_blank" {...{ rel: "noopener" }}>
        more
      </a>
      <Form.Input<string> name="note" onChange={(event: React.ChangeEvent<HTMLInputElement>) => eval(event.target.value)} />
    </div>
  );
}

export const Lazy = React.lazy(async () => await import("./lazy"));
