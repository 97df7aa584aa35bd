namespace BillingHeadless.Plugins.Documents.Pdf.Html;

/// <summary>Collects what is wrong, at most <see cref="Limits.Problems"/>, with line and column in the source.</summary>
internal sealed class ProblemList(string source)
{
    private readonly List<DocumentProblem> problems = [];

    public bool IsEmpty => problems.Count == 0;

    public string Source => source;

    /// <summary>In the order of the source.</summary>
    public IReadOnlyList<DocumentProblem> ToList() => [.. problems.OrderBy(problem => (problem.Line, problem.Column))];

    /// <param name="index">From 0, in the source.</param>
    public void Add(int index, string text)
    {
        if (problems.Count >= Limits.Problems)
        {
            return;
        }

        var before = source.AsSpan(0, Math.Clamp(index, 0, source.Length));
        var problem = new DocumentProblem(before.Count('\n') + 1, before.Length - before.LastIndexOf('\n'), text);
        if (!problems.Contains(problem))
        {
            problems.Add(problem);
        }
    }
}
