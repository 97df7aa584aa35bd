using System.Text;

namespace BillingHeadless.Tests.Templating;

/// <summary>Makes templates that nobody would write: random words, damaged templates, functions with arguments of all kinds.</summary>
internal sealed class RandomTemplates(Random random)
{
    public static readonly IReadOnlyDictionary<string, object?> Model = new Dictionary<string, object?>
    {
        ["list"] = new List<object?> { 1, "x", null, 2.5 },
        ["members"] = new Dictionary<string, object?> { ["a"] = 1, ["b"] = new List<object?> { "z" } },
        ["long"] = new string('a', 50_000),
        ["forbidden"] = new object(),
        ["x"] = 5,
        ["day"] = new DateOnly(2026, 1, 1),
        ["lazy"] = Enumerable.Range(1, 5),
    };

    private static readonly string[] Words =
    [
        "{{", "}}", "{{-", "-}}", "{{~", "~}}", "{%{", "}%}", " ", "\n", ";", "if ", "else ", "end ", "for x in ", "while ", "case ",
        "when ",
        "capture c ", "with ", "wrap ", "func f ", "func f(a, b = 1, c...) ", "do ", "ret ", "break ", "continue ", "readonly x ",
        "import ",
        "tablerow x in ", "include 'a' ", "include ", "include_join ", "this", "empty", "null ", "true ", "x", "$", "$0 ", "$$ ", "$x ",
        "f ", "f(",
        ")", "(", "[", "]", "{", "}", ".", "?.", ",", ":", "?", "??", "?!", "??=", "=", "==", "!=", "<", ">=", "<<", ">>", "+", "-", "*",
        "/",
        "//", "%", "++", "--", "+=", "@", "^", "!", "|", "||", "&&", "..", "..<", "...", "'s'", "`v`", "$'{", "$\"{x}\"", "1 ", "2.5 ",
        "0x1f ",
        "9223372036854775807 ", "1.5m ", "#c\n", "##c## ", "\\", "'", "\"", "`", "limit:1 ", "reversed ", "a:1 ", "size", "empty?", "[0]",
        "for.index ", "string.", "array.", "date.", "upcase ", "sort ", "each @f ", "key", "я", "\0", "\ud800", "\r\n",
    ];

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "2147483647", "9223372036854775807", "(9223372036854775807 * 9223372036854775807)", "1.5",
        "(0.0 / 0)", "(1.0 / 0)",
        "1e300", "79228162514264337593543950335m", "2.5f", "''", "'abc,def'", "'%Y %z %Q'", "'[a-'", "`(a+)+$`", "'2020/01/01'",
        "'X9999999'",
        "'{\"a\":[1,{}]}'", "'<a b=\"c\">'", "'en-US'", "'\\ud800'", "[]", "['b', 'a', null, 1.5, {}, [1]]", "{a: 1, b: 'x'}", "(1..5)",
        "(1..2000000000)", "empty", "this", "@f", "@string.upcase", "(date.parse '2020/01/01')", "(timespan.from_days 1)", "list",
        "members", "long",
        "forbidden", "day", "lazy",
    ];

    private static readonly string[] Functions =
    [
        .. Named("string", "append capitalize contains handleize index_of literal lstrip md5"),
        .. Named("string", "pad_left pluralize remove replace_first size slice split strip"),
        .. Named("string", "to_int truncate truncatewords upcase base64_decode"),
        .. Named("string", "base64_encode hmac_sha256 capitalizewords strip_newlines remove_last"),
        .. Named("array", "add add_range any compact concat contains cycle each filter first"),
        .. Named("array", "insert_at join last limit map offset remove_at reverse size sort uniq"),
        .. Named("math", "abs ceil divided_by floor format is_number minus modulo plus round times"),
        .. Named("object", "default format from_json has_key has_value keys kind size to_json typeof values"),
        .. Named("date", "add_days add_hours add_milliseconds add_minutes add_months add_seconds"),
        .. Named("date", "add_years format now parse parse_to_string to_string"),
        .. Named("html", "escape newline_to_br raw strip url_encode url_escape"),
        .. Named("regex", "escape match matches replace split unescape"),
        .. Named("timespan", "from_days from_hours from_milliseconds from_minutes from_seconds parse zero"),
    ];

    private static readonly string[] Operators =
    [
        "+", "-", "*", "/", "//", "%", "==", "!=", "<", ">", "<=", ">=", "<<", ">>", "..", "..<", "&&", "||", "??", "?!", "|",
    ];

    private static readonly string[] Sound =
    [
        "<ul>\n  {{~ for x in list ~}}\n  <li>{{ x | string.upcase }}</li>\n  {{~ end ~}}\n</ul>",
        "{{ func f(a, b = 2, c...); ret a + b + c.size; end; f 1; f 1 2 3; 4 | f }}",
        "{{ capture c }}{{ if x > 3 }}{{ members.a }}{{ else }}{{ x ?? 'none' }}{{ end }}{{ end; c | string.size }}",
        "{{ case x; when 1, 2; 'low'; else; $'{x} is {\"high\"}'; end; y = [1, {a: 2}]; y[1].a += 3; y }}",
        "{{ func w; for $i in 1..2; $$; end; end; wrap w; $i; end; include 'abc' 1; with members; a; end; while false; end }}",
    ];

    public string Next() => random.Next(4) switch
    {
        0 => $"{{{{ {RandomWords()} }}}}",
        1 => Damaged(),
        2 => $"{{{{ func f; $0; ret $0; end; {OneOf(Functions)}{RandomArguments()} }}}}",
        _ => $"{{{{ func f; ret $0; end; z = {OneOf(Values)}{RandomOperations()}; z; z[{OneOf(Values)}]; z.size; for q in z; q; end }}}}",
    };

    private static IEnumerable<string> Named(string target, string functions) =>
        functions.Split(' ').Select(function => $"{target}.{function}");

    private string OneOf(string[] choices) => choices[random.Next(choices.Length)];

    private string RandomWords() => string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => OneOf(Words)));

    private string RandomArguments() => string.Concat(Enumerable.Range(0, random.Next(5)).Select(_ => " " + OneOf(Values)));

    private string RandomOperations()
    {
        var operations = new StringBuilder();
        for (var count = random.Next(1, 4); count > 0; count--)
        {
            var sign = OneOf(Operators);
            operations.Append($" {sign} {(sign == "|" ? OneOf(Functions) : OneOf(Values))}");
        }

        return operations.ToString();
    }

    private string Damaged()
    {
        var template = new StringBuilder(OneOf(Sound));
        for (var damage = random.Next(1, 6); damage > 0; damage--)
        {
            var start = random.Next(template.Length);
            var length = Math.Min(random.Next(25), template.Length - start);
            if (random.Next(3) == 0) template.Remove(start, Math.Min(length, template.Length - 1));
            else if (random.Next(2) == 0) template.Insert(start, OneOf(Words));
            else template.Insert(random.Next(template.Length), template.ToString(start, length));
        }

        return template.ToString();
    }
}
