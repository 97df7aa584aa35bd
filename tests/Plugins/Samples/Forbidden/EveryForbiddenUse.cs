using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Dynamic;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Loader;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Samples.Forbidden;

/// <summary>Uses, once each, what a plugin may not use. Nothing of it ever runs.</summary>
public static partial class EveryForbiddenUse
{
    public static object[] Timers() => [new Timer(_ => { }), new PeriodicTimer(TimeSpan.FromSeconds(1)), new System.Timers.Timer(), new Thread(() => { })];

    public static object[] Network() =>
    [
        new HttpClient(), new HttpClientHandler(), new SocketsHttpHandler(), new TcpClient(), new HttpListener(), Dns.GetHostName(), new System.Net.WebSockets.ClientWebSocket(),
    ];

    public static object? Process() => System.Diagnostics.Process.Start("true");

    public static void Exit() => Environment.Exit(1);

    public static void Listen()
    {
        ActivitySource.AddActivityListener(new ActivityListener());
        new Meter("m").CreateObservableGauge("g", () => 1);
        AppDomain.CurrentDomain.UnhandledException += (_, _) => { };
        TaskScheduler.UnobservedTaskException += (_, _) => { };
        Console.CancelKeyPress += (_, _) => { };
    }

    public static object? Reflect(object value) => System.ComponentModel.TypeDescriptor.GetProperties(value);

    public static object Proxy() => DispatchProxy.Create<IDisposable, DispatchProxy>();

    public static object Dynamic(ExpandoObject value) => ((dynamic)value).Member;

    public static object Load() => new AssemblyLoadContext("own");

    public static object Pin(object value) => GCHandle.Alloc(value);

    public static Task<string?> JsonByReflection(HttpContent content) => content.ReadFromJsonAsync<string>();

    public static string GeneratedJson(Answer answer) => JsonSerializer.Serialize(answer, AnswerJson.Default.Answer);

    [DllImport("libc")]
    private static extern int getpid();

    public sealed record Answer(string Word);

    [JsonSerializable(typeof(Answer))]
    private sealed partial class AnswerJson : JsonSerializerContext;
}
