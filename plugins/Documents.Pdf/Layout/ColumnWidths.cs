namespace BillingHeadless.Plugins.Documents.Pdf.Layout;

/// <summary>What a column asks for: a part of the table (thousandths of a per cent) or room for its content.</summary>
internal readonly record struct ColumnWish(Extent Extent, int? Percent);

/// <summary>Shares the width of a table among its columns.</summary>
internal static class ColumnWidths
{
    private const int HundredPercent = 100_000;

    /// <param name="fills">The table is as wide as the room even where its content needs less.</param>
    public static int[] Share(IReadOnlyList<ColumnWish> columns, int room, bool fills)
    {
        var width = fills || columns.Any(column => column.Percent is not null)
            ? room
            : Math.Min(room, columns.Sum(column => column.Extent.Widest));
        var widths = new int[columns.Count];
        var fixedWidth = SharePercents(columns, width, widths);
        var free = Enumerable.Range(0, columns.Count).Where(i => columns[i].Percent is null).ToList();
        if (free.Count > 0)
        {
            ShareRest(columns, free, Math.Max(0, width - fixedWidth), widths);
        }
        else
        {
            widths[^1] += Math.Max(0, width - fixedWidth);
        }

        return widths;
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
        var widest = free.Select(i => Math.Max(1, columns[i].Extent.Widest)).ToArray();
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
