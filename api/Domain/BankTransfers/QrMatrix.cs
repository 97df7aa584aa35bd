namespace BillingHeadless.Domain.BankTransfers;

/// <summary>Draws a QR code: the patterns by which a camera finds it, then the codewords in a snake from the lower right corner.</summary>
internal static class QrMatrix
{
    private const int FirstVersionWithInformation = 7;

    /// <summary>Modules that are left for codewords.</summary>
    public static int DataModules(int version)
    {
        var modules = ((((16 * version) + 128) * version) + 64);
        if (version >= 2)
        {
            var patterns = (version / 7) + 2;
            modules -= (((25 * patterns) - 10) * patterns) - 55;
        }

        return version >= FirstVersionWithInformation ? modules - 36 : modules;
    }

    public static bool[,] Draw(int version, byte[] codewords, int mask)
    {
        var canvas = new Canvas((version * 4) + 17);
        DrawFinders(canvas);
        DrawTiming(canvas);
        DrawAlignment(canvas, version);
        DrawFormat(canvas, mask);
        DrawVersion(canvas, version);
        DrawCodewords(canvas, codewords, mask);
        return canvas.Dark;
    }

    /// <summary>How hard a code is to read: runs of one colour, and blocks of it. The least one is taken.</summary>
    public static int Penalty(bool[,] dark)
    {
        var size = dark.GetLength(0);
        var penalty = 0;
        for (var line = 0; line < size; line++)
        {
            penalty += Runs(size, index => dark[line, index]) + Runs(size, index => dark[index, line]);
        }

        for (var y = 0; y < size - 1; y++)
        {
            for (var x = 0; x < size - 1; x++)
            {
                penalty += dark[y, x] == dark[y, x + 1] && dark[y, x] == dark[y + 1, x] && dark[y, x] == dark[y + 1, x + 1] ? 3 : 0;
            }
        }

        return penalty;
    }

    private static int Runs(int size, Func<int, bool> at)
    {
        var (penalty, run) = (0, 1);
        for (var index = 1; index < size; index++)
        {
            run = at(index) == at(index - 1) ? run + 1 : 1;
            penalty += run == 5 ? 3 : run > 5 ? 1 : 0;
        }

        return penalty;
    }

    private static void DrawFinders(Canvas canvas)
    {
        var far = canvas.Size - 4;
        foreach (var (centreX, centreY) in new[] { (3, 3), (far, 3), (3, far) })
        {
            for (var y = -4; y <= 4; y++)
            {
                for (var x = -4; x <= 4; x++)
                {
                    var distance = Math.Max(Math.Abs(x), Math.Abs(y));
                    canvas.TryFix(centreX + x, centreY + y, distance is not (2 or 4));
                }
            }
        }
    }

    private static void DrawTiming(Canvas canvas)
    {
        for (var index = 0; index < canvas.Size; index++)
        {
            canvas.FixIfFree(index, 6, index % 2 == 0);
            canvas.FixIfFree(6, index, index % 2 == 0);
        }
    }

    private static void DrawAlignment(Canvas canvas, int version)
    {
        var centres = AlignmentCentres(version, canvas.Size);
        foreach (var centreY in centres)
        {
            foreach (var centreX in centres)
            {
                var isAtFinder = (centreX == 6 && centreY == 6) || (centreX == 6 && centreY == canvas.Size - 7) || (centreX == canvas.Size - 7 && centreY == 6);
                for (var offset = 0; offset < 25 && !isAtFinder; offset++)
                {
                    var (x, y) = ((offset % 5) - 2, (offset / 5) - 2);
                    canvas.TryFix(centreX + x, centreY + y, Math.Max(Math.Abs(x), Math.Abs(y)) != 1);
                }
            }
        }
    }

    private static int[] AlignmentCentres(int version, int size)
    {
        if (version == 1)
        {
            return [];
        }

        var count = (version / 7) + 2;
        var step = ((version * 8) + (count * 3) + 5) / ((count * 4) - 4) * 2;
        return [6, .. Enumerable.Range(0, count - 1).Select(index => size - 7 - (index * step)).Reverse()];
    }

    // Level M is 0; ten bits of a code that corrects errors follow, and a pattern hides long runs.
    private static void DrawFormat(Canvas canvas, int mask)
    {
        var remainder = mask;
        for (var bit = 0; bit < 10; bit++)
        {
            remainder = (remainder << 1) ^ ((remainder >> 9) * 0x537);
        }

        var bits = ((mask << 10) | remainder) ^ 0x5412;
        for (var bit = 0; bit < 15; bit++)
        {
            var isDark = (bits >> bit & 1) == 1;
            var (x, y) = bit switch { < 6 => (8, bit), 6 => (8, 7), 7 => (8, 8), 8 => (7, 8), _ => (14 - bit, 8) };
            canvas.TryFix(x, y, isDark);
            canvas.TryFix(bit < 8 ? canvas.Size - 1 - bit : 8, bit < 8 ? 8 : canvas.Size - 15 + bit, isDark);
        }

        canvas.TryFix(8, canvas.Size - 8, true);
    }

    private static void DrawVersion(Canvas canvas, int version)
    {
        if (version < FirstVersionWithInformation)
        {
            return;
        }

        var remainder = version;
        for (var bit = 0; bit < 12; bit++)
        {
            remainder = (remainder << 1) ^ ((remainder >> 11) * 0x1F25);
        }

        var bits = (version << 12) | remainder;
        for (var bit = 0; bit < 18; bit++)
        {
            var isDark = (bits >> bit & 1) == 1;
            var (far, near) = (canvas.Size - 11 + (bit % 3), bit / 3);
            canvas.TryFix(far, near, isDark);
            canvas.TryFix(near, far, isDark);
        }
    }

    private static void DrawCodewords(Canvas canvas, byte[] codewords, int mask)
    {
        var bit = 0;
        for (var right = canvas.Size - 1; right >= 1; right -= 2)
        {
            // The column of the timing pattern is left out.
            right = right == 6 ? 5 : right;
            var upwards = ((right + 1) & 2) == 0;
            for (var step = 0; step < canvas.Size * 2; step++)
            {
                var (x, y) = (right - (step % 2), upwards ? canvas.Size - 1 - (step / 2) : step / 2);
                if (!canvas.IsFixed(x, y))
                {
                    var isDark = bit < codewords.Length * 8 && (codewords[bit / 8] >> (7 - (bit % 8)) & 1) == 1;
                    canvas.Set(x, y, isDark ^ IsMasked(mask, x, y));
                    bit++;
                }
            }
        }
    }

    private static bool IsMasked(int mask, int x, int y) => mask switch
    {
        0 => (x + y) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (x + y) % 3 == 0,
        4 => ((x / 3) + (y / 2)) % 2 == 0,
        5 => (x * y % 2) + (x * y % 3) == 0,
        6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
        _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
    };

    /// <summary>The modules, and which of them belong to patterns.</summary>
    private sealed class Canvas(int size)
    {
        private readonly bool[,] isFixed = new bool[size, size];

        public int Size => size;

        public bool[,] Dark { get; } = new bool[size, size];

        public bool IsFixed(int x, int y) => isFixed[y, x];

        public void Set(int x, int y, bool isDark) => Dark[y, x] = isDark;

        public void FixIfFree(int x, int y, bool isDark)
        {
            if (!isFixed[y, x])
            {
                TryFix(x, y, isDark);
            }
        }

        // A finder's border may lie outside.
        public void TryFix(int x, int y, bool isDark)
        {
            if (x >= 0 && x < size && y >= 0 && y < size)
            {
                (Dark[y, x], isFixed[y, x]) = (isDark, true);
            }
        }
    }
}
