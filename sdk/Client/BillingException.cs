using System.Globalization;

namespace BillingHeadless.Client;

/// <summary>A call was not carried out. <see cref="Code"/> says why; the message is for a person.</summary>
public class BillingException : Exception
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoErrors = new Dictionary<string, IReadOnlyList<string>>();

    public BillingException(
        string message,
        int statusCode,
        string? response,
        IReadOnlyDictionary<string, IEnumerable<string>> headers,
        Exception? innerException)
        : this(message, statusCode, response, headers, null, innerException)
    {
    }

    protected BillingException(
        string message,
        int statusCode,
        string? response,
        IReadOnlyDictionary<string, IEnumerable<string>> headers,
        Problem? problem,
        Exception? innerException)
        : base(problem is null ? $"{statusCode}: {message}" : Describe(problem), innerException)
    {
        StatusCode = statusCode;
        Response = response;
        Headers = headers;
        Problem = problem;
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>The answer's body as it came, where it was read as text.</summary>
    public string? Response { get; }

    /// <summary>The answer's headers.</summary>
    public IReadOnlyDictionary<string, IEnumerable<string>> Headers { get; }

    /// <summary>What the server said; null when something other than the server answered.</summary>
    public Problem? Problem { get; }

    /// <summary>The permanent name of the problem, such as <c>invoice_not_open</c>; null when something other than the server answered.</summary>
    public string? Code => Problem?.Code;

    /// <summary>What is wrong with each field, by its path; empty when the shape was right.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Errors => Problem?.Errors ?? NoErrors;

    /// <summary>Names the call when asking for help.</summary>
    public string? RequestId => Problem?.RequestId;

    /// <summary>How long to wait before the same call is worth trying again, where the server says so.</summary>
    public TimeSpan? RetryAfter =>
        Headers.TryGetValue("Retry-After", out var values) && int.TryParse(values.First(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static string Describe(Problem problem)
    {
        var text = $"{problem.Status} {problem.Code}: {problem.Title}";
        return problem.Detail is null ? text : $"{text} {problem.Detail}";
    }
}

/// <summary>A call was not carried out; the answer was read as <typeparamref name="T"/>.</summary>
public sealed class BillingException<T>(
    string message,
    int statusCode,
    string? response,
    IReadOnlyDictionary<string, IEnumerable<string>> headers,
    T result,
    Exception? innerException)
    : BillingException(message, statusCode, response, headers, result as Problem, innerException)
{
    /// <summary>The answer.</summary>
    public T Result { get; } = result;
}
