using BillingHeadless.Plugins.Documents.Pdf.Styles;

namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>What a column asks for: room for its content, a width of its own, or a part of the table.</summary>
/// <param name="Percent">In thousandths of a per cent.</param>
internal readonly record struct ColumnWish(Extent Extent, int? Width = null, int? Percent = null)
{
    public int Widest => Math.Max(Extent.Narrowest, Width ?? Extent.Widest);

    public ColumnWish With(Extent more) => this with { Extent = Extent.Wider(more) };

    /// <summary>With its part of the width that a cell over so many columns asks for, to which the cell's padding is added.</summary>
    public ColumnWish With(Length? width, int columns, int padding) => width switch
    {
        { IsPercent: true } part => this with { Percent = Math.Max(Percent ?? 0, part.Value / columns) },
        { } own when columns == 1 => this with { Width = Math.Max(Width ?? Extent.Narrowest, own.Value + padding) },
        _ => this,
    };
}

/// <summary>Shares the width of a table among its columns.</summary>
internal static class ColumnWidths
{
    private const int HundredPercent = 100_000;

    /// <param name="fills">The table is as wide as the room even where its content needs less.</param>
    public static int[] Share(IReadOnlyList<ColumnWish> columns, int room, bool fills)
    {
        var width = fills || columns.Any(column => column.Percent is not null)
            ? room
            : Math.Min(room, columns.Sum(column => column.Widest));
        var widths = new int[columns.Count];
        var left = Math.Max(0, width - SharePercents(columns, width, widths));
        var open = OpenColumns(columns);
        foreach (var own in Enumerable.Range(0, columns.Count).Where(i => columns[i].Percent is null).Except(open))
        {
            widths[own] = Math.Min(Math.Max(columns[own].Width!.Value, columns[own].Extent.Narrowest), left);
            left -= widths[own];
        }

        if (open.Count > 0)
        {
            ShareRest(columns, open, left, widths);
        }
        else
        {
            widths[^1] += left;
        }

        return widths;
    }

    /// <summary>The columns that share what the others leave: those without a width, or all when each has one of its own.</summary>
    private static List<int> OpenColumns(IReadOnlyList<ColumnWish> columns)
    {
        var free = Enumerable.Range(0, columns.Count).Where(i => columns[i].Percent is null).ToList();
        return free.Exists(i => columns[i].Width is null) ? free.FindAll(i => columns[i].Width is null) : free;
    }

    /// <summary>Percentages over a hundred in all are cut back in proportion.</summary>
    private static int SharePercents(IReadOnlyList<ColumnWish> columns, int width, int[] widths)
    {
        var whole = Math.Max(HundredPercent, columns.Sum(column => column.Percent ?? 0));
        for (var i = 0; i < widths.Length; i++)
        {
            widths[i] = Units.Scale(width, columns[i].Percent ?? 0, whole);
        }

        return widths.Sum();
    }

    private static void ShareRest(IReadOnlyList<ColumnWish> columns, List<int> free, int room, int[] widths)
    {
        var narrowest = free.Select(i => columns[i].Extent.Narrowest).ToArray();
        var widest = free.Select(i => Math.Max(1, columns[i].Widest)).ToArray();
        var shares = narrowest.Sum() >= room ? CutWidest(narrowest, room)
            : widest.Sum() <= room ? Grow(widest, widest, room)
            : Grow(narrowest, [.. widest.Select((wide, i) => wide - narrowest[i])], room);
        for (var i = 0; i < free.Count; i++)
        {
            widths[free[i]] = shares[i];
        }
    }

    /// <summary>Gives what is left over in proportion to the weights.</summary>
    private static int[] Grow(int[] widths, int[] weights, int room)
    {
        var over = room - widths.Sum();
        var left = weights.Sum(weight => (long)weight);
        var grown = new int[widths.Length];
        for (var i = 0; i < widths.Length; i++)
        {
            var share = left == 0 ? 0 : Units.Scale(over, weights[i], left);
            grown[i] = widths[i] + share;
            over -= share;
            left -= weights[i];
        }

        grown[^1] += over;
        return grown;
    }

    /// <summary>Too many for the room: the widest columns are cut to one width, so that numbers in narrow ones stay whole.</summary>
    private static int[] CutWidest(int[] widths, int room)
    {
        var left = room;
        var cut = new int[widths.Length];
        var byWidth = Enumerable.Range(0, widths.Length).OrderBy(i => widths[i]).ToList();
        for (var i = 0; i < byWidth.Count; i++)
        {
            cut[byWidth[i]] = Math.Min(widths[byWidth[i]], left / (byWidth.Count - i));
            left -= cut[byWidth[i]];
        }

        return cut;
    }
}
