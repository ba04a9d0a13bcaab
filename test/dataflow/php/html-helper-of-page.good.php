<ul>
<?php foreach ($_GET['links'] as $link): ?>
    <li><?= $this->text->e($link['url']) ?></li>
<?php endforeach ?>
</ul>
