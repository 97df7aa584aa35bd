namespace BillingHeadless.Plugins.Hosting;

/// <summary>
/// What a plugin may not use: what .NET keeps for ever once it was used (the plugin could never be unloaded), and what leads around
/// the host to the network, the process or the machine. Each with what to do instead.
/// </summary>
internal static class ForbiddenApis
{
    private const string Scheduling = "answer Pending with the time after which to ask again";
    private const string HostsHttp = "call through the HttpClient of IPluginHost";
    private const string Settings = "read the settings of IPluginHost";
    private const string Observers = "write lines to the log of IPluginHost";
    private const string Storage = "let the host keep what you need, in ProviderState";
    private const string GeneratedJson = "give it a JsonTypeInfo that the compiler generates (JsonSerializerContext)";
    private const string NoInstead = "a plugin has no need of it";
    private const string Members = "write out the members that you need";

    // By the beginning of the full name, so that a namespace is one line.
    private static readonly (string Prefix, string Instead)[] Namespaces =
    [
        ("Newtonsoft.Json.", GeneratedJson),
        ("Microsoft.EntityFrameworkCore.", Storage),
        ("Microsoft.Data.", Storage),
        ("System.Data.", Storage),
        ("Npgsql.", Storage),
        ("Microsoft.AspNetCore.", "answer InboundMessage: the host has the endpoints"),
        ("Microsoft.CSharp.RuntimeBinder.", Members),
        ("System.ComponentModel.DataAnnotations.", "check values in code"),
        ("System.Net.Sockets.", HostsHttp),
        ("System.Net.WebSockets.", HostsHttp),
        ("System.Net.Quic.", HostsHttp),
        ("System.Net.Mail.", HostsHttp),
        ("System.Net.NetworkInformation.", HostsHttp),
        ("System.Reflection.Emit.", Members),
        ("System.Runtime.Loader.", NoInstead),
        ("System.Timers.", Scheduling),
    ];

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["System.Threading.Timer"] = Scheduling,
        ["System.Threading.PeriodicTimer"] = Scheduling,
        ["System.Threading.ThreadPool"] = Scheduling,
        ["System.ComponentModel.TypeDescriptor"] = Members,
        ["System.Reflection.DispatchProxy"] = Members,
        ["System.Runtime.InteropServices.GCHandle"] = NoInstead,
        ["System.Runtime.InteropServices.NativeLibrary"] = NoInstead,
        ["System.Diagnostics.Tracing.EventListener"] = Observers,
        ["System.Diagnostics.ActivityListener"] = Observers,
        ["System.Diagnostics.Metrics.MeterListener"] = Observers,
        ["System.Diagnostics.Process"] = NoInstead,
        ["System.IO.FileSystemWatcher"] = NoInstead,
        ["System.Net.Dns"] = HostsHttp,
        ["System.Net.WebRequest"] = HostsHttp,
        ["System.Net.WebClient"] = HostsHttp,
        ["System.Net.HttpListener"] = HostsHttp,
        ["System.Net.Http.IHttpClientFactory"] = HostsHttp,
        ["System.Net.Http.HttpClientHandler"] = HostsHttp,
        ["System.Net.Http.SocketsHttpHandler"] = HostsHttp,
        ["Microsoft.Extensions.DependencyInjection.HttpClientFactoryServiceCollectionExtensions"] = HostsHttp,
        ["Microsoft.Extensions.Configuration.ConfigurationBinder"] = Settings,
    };

    private static readonly Dictionary<string, string> MembersOfTypes = new(StringComparer.Ordinal)
    {
        ["System.Threading.Thread..ctor"] = Scheduling,
        ["System.Net.Http.HttpClient..ctor"] = HostsHttp,
        ["System.AppDomain.add_ProcessExit"] = NoInstead,
        ["System.AppDomain.add_DomainUnload"] = NoInstead,
        ["System.AppDomain.add_UnhandledException"] = NoInstead,
        ["System.AppDomain.add_FirstChanceException"] = NoInstead,
        ["System.AppDomain.add_AssemblyLoad"] = NoInstead,
        ["System.AppDomain.add_AssemblyResolve"] = NoInstead,
        ["System.AppDomain.add_TypeResolve"] = NoInstead,
        ["System.AppContext.SetData"] = NoInstead,
        ["System.AppContext.SetSwitch"] = NoInstead,
        ["System.Console.add_CancelKeyPress"] = NoInstead,
        ["System.Threading.Tasks.TaskScheduler.add_UnobservedTaskException"] = NoInstead,
        ["System.Environment.Exit"] = NoInstead,
        ["System.Environment.FailFast"] = NoInstead,
        ["System.Environment.SetEnvironmentVariable"] = NoInstead,
        ["System.Diagnostics.Metrics.Meter.CreateObservableCounter"] = Observers,
        ["System.Diagnostics.Metrics.Meter.CreateObservableGauge"] = Observers,
        ["System.Diagnostics.Metrics.Meter.CreateObservableUpDownCounter"] = Observers,
    };

    // By reflection, .NET keeps every type that these have met.
    private static readonly HashSet<string> JsonTypes = new(StringComparer.Ordinal)
    {
        "System.Text.Json.JsonSerializer",
        "System.Net.Http.Json.HttpClientJsonExtensions",
        "System.Net.Http.Json.HttpContentJsonExtensions",
        "System.Net.Http.Json.JsonContent",
    };

    private static readonly string[] GeneratedJsonParameters = ["JsonTypeInfo", "JsonTypeInfo`1", "JsonSerializerContext"];

    public static string? AdviceForType(string type) =>
        Types.TryGetValue(type, out var instead) ? Advice(type, instead)
        : Namespaces.FirstOrDefault(space => type.StartsWith(space.Prefix, StringComparison.Ordinal)) is { Prefix: not null } space ? Advice(type, space.Instead)
        : null;

    /// <param name="type">Full name of the type.</param>
    /// <param name="member">The member's name.</param>
    /// <param name="parameters">Names of its parameter types; asked for only where overloads matter.</param>
    public static string? AdviceForMember(string type, string member, Func<IReadOnlyList<string>> parameters)
    {
        var name = $"{type}.{member}";
        return MembersOfTypes.TryGetValue(name, out var instead) ? Advice(name, instead)
            : JsonTypes.Contains(type) && IsJsonByReflection(parameters()) ? Advice(name, GeneratedJson)
            : null;
    }

    public static string NativeCode(string method) => Advice($"the native method {method}", NoInstead);

    private static bool IsJsonByReflection(IReadOnlyList<string> parameters) => parameters.Count > 0 && !parameters.Any(GeneratedJsonParameters.Contains);

    private static string Advice(string what, string instead) => $"Do not use {what}: {instead}.";
}
