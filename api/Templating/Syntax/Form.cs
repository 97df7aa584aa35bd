namespace BillingHeadless.Templating.Syntax;

/// <summary>How a part of the language is written, for messages.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Syntax">How it is written.</param>
internal sealed record Form(string Name, string Syntax)
{
    public static readonly Form If = new("if statement", "if <expression> ... end|else|else if");
    public static readonly Form Else = new("else statement", "else | else if <expression> ... end|else|else if");
    public static readonly Form For = new("for statement", "for <variable> in <expression> ... end");
    public static readonly Form TableRow = new("tablerow statement", "tablerow <variable> in <expression> ... end");
    public static readonly Form While = new("while statement", "while <expression> ... end");
    public static readonly Form Case = new("case statement", "case <expression> ... end|when|else");
    public static readonly Form When = new("when statement", "when <expression> ... end|when|else");
    public static readonly Form Capture = new("capture statement", "capture <variable> ... end");
    public static readonly Form With = new("with statement", "with <variable> ... end");
    public static readonly Form Wrap = new("wrap statement", "wrap <function_call> ... end");
    public static readonly Form Import = new("import statement", "import <expression>");
    public static readonly Form ReadOnly = new("readonly statement", "readonly <variable>");
    public static readonly Form Function = new("function statement", "func <variable> ... end");
    public static readonly Form Do = new("anonymous function", "do ... end");
    public static readonly Form Return = new("return statement", "ret <expression>?");
    public static readonly Form Assign = new("assign expression", "<target_expression> = <value_expression>");
    public static readonly Form Pipe = new("pipe expression", "<expression> | <expression>");
    public static readonly Form Conditional = new("conditional expression", "<condition> ? <yes> : <no>");
    public static readonly Form Binary = new("binary expression", "<expression> operator <expression>");
    public static readonly Form Unary = new("unary expression", "<operator> <expression>");
    public static readonly Form Nested = new("nested expression", "(<expression>)");
    public static readonly Form Indexer = new("indexer expression", "<expression>[<index_expression>]");
    public static readonly Form Member = new("member expression", "<expression>.<member>");
    public static readonly Form Array = new("array initializer", "[item1, item2,...]");
}
