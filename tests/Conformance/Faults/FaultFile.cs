using BillingHeadless.Tests.Conformance.Support;

namespace BillingHeadless.Tests.Conformance.Faults;

/// <summary>
/// Reads faults as they are written down: <c># title</c>, <c>= file</c>, then <c>- old line</c> and <c>+ new line</c>. A minus after a plus
/// begins the next change of that file.
/// </summary>
internal static class FaultFile
{
    public static IEnumerable<SeededFault> Read(ShippedGateway gateway, IEnumerable<string> lines)
    {
        var title = "";
        var changes = new List<SourceChange>();
        foreach (var line in lines.Where(line => line.Length > 0).Append("# "))
        {
            var text = line[1..].Trim();
            switch (line[0])
            {
                case '#':
                    if (changes.Count > 0)
                    {
                        yield return new SeededFault(gateway, title, changes);
                    }

                    (title, changes) = (text, []);
                    break;
                case '=':
                    changes.Add(new SourceChange(text, [], []));
                    break;
                default:
                    changes = Continued(changes, line[0], text);
                    break;
            }
        }
    }

    private static List<SourceChange> Continued(List<SourceChange> changes, char sign, string text)
    {
        var last = changes[^1];
        return (sign, last.New.Count) switch
        {
            ('-', 0) => [.. changes[..^1], last with { Old = [.. last.Old, text] }],
            ('-', _) => [.. changes, new SourceChange(last.File, [text], [])],
            ('+', _) => [.. changes[..^1], last with { New = [.. last.New, text] }],
            _ => throw new FormatException($"A line of a fault begins with #, =, - or +: {sign} {text}"),
        };
    }
}
