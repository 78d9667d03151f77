document.addEventListener('DOMContentLoaded', function () {
  var menu = document.getElementById('menu');
  if (!menu || window.innerWidth > 480) return;
  menu.className = 'closed';
  menu.parentNode.addEventListener('click', function () {
    menu.className = menu.className ? '' : 'closed';
  });
});
