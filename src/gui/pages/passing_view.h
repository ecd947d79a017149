// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QLayout;
class QScrollArea;
class QWidget;

namespace footbridge::gui {

// For pages that show one view after another, to one partner after the other.

/// Takes the view out of the page, and every word out of the view: it may live on until the event loop comes round
/// again.
void dropView(QScrollArea& page);
/// Narrower edges at the sides of a page in a narrow window; the scroll bar runs in the right one. From its
/// resizeEvent().
void fitEdges(QWidget& page);
/// The field takes the keyboard now, or as soon as the page is come to: out of sight, a key would press what nobody
/// sees. A view opens with its title in sight all the same. Null where the page has nothing to press.
void giveKeyboard(QWidget& page, QWidget* field);
/// Everything the keyboard can reach, in the order in which it is laid out.
void collectFocusable(QLayout* layout, QList<QWidget*>& found);

}  // namespace footbridge::gui
