<ul>
<?php foreach ($items as $item): ?>
  <li><?= $item->name ?></li> <!-- expect: CWE-79 -->
<?php endforeach ?>
</ul>
