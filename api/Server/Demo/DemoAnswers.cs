using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Demo;

public static class DemoAnswers
{
    /// <summary>What an operation of the API has made for the demo.</summary>
    /// <exception cref="InvalidOperationException">The demo's own data were refused.</exception>
    public static T Made<T>(this IResult answer) => ((Answer<T>)answer).Value;
}
