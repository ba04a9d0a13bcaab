<ul>
<?php foreach ($_GET['links'] as $link): ?>
    <li><?= $link['url'] ?></li> <?php // expect: CWE-79 ?>
<?php endforeach ?>
</ul>
