<?php
exit; // Part of a made-up incident: this file ends here and does nothing.

$handler = $_POST['f'] ?? '';
if (false) {
    $handler();
}
