using ActorKube.Api.Selectors;

namespace ActorKube.Api.Tests.Selectors;

public sealed class LabelQueryTests
{
    private static readonly Dictionary<string, string> Labels = new() { ["env"] = "prod", ["tier"] = "web", ["n"] = "5", ["empty"] = "", ["in"] = "notin" };

    [Theory]
    [InlineData("", true)]
    [InlineData("env=prod", true)]
    [InlineData("env==prod,tier=web", true)]
    [InlineData("env=dev", false)]
    [InlineData("env!=dev", true)]
    [InlineData("absent!=x", true)]
    [InlineData("env in (dev, prod)", true)]
    [InlineData("env notin (dev,prod)", false)]
    [InlineData("absent notin (a)", true)]
    [InlineData("absent in (a)", false)]
    [InlineData("tier", true)]
    [InlineData("!tier", false)]
    [InlineData("!absent", true)]
    [InlineData("n>4,n<6", true)]
    [InlineData("n>5", false)]
    [InlineData("env>1", false)]
    [InlineData("empty=", true)]
    [InlineData("empty in ()", true)]
    [InlineData("env in (,prod)", true)]
    [InlineData("in=notin", true)]
    [InlineData("in in (in,notin)", true)]
    [InlineData(" env = prod , tier ", true)]
    public void Matches_Query_Decides(string query, bool expected)
    {
        Assert.Equal(expected, LabelQuery.Parse(query).Matches(Labels));
        Assert.Equal(expected, LabelQuery.Parse(query).Matches(key => Labels.GetValueOrDefault(key)));
    }

    [Theory]
    [InlineData("env=prod,", "found '', expected: identifier after ','")]
    [InlineData("=", "found '=', expected: !, identifier, or 'end of string'")]
    [InlineData("env===x", "unable to parse requirement: found '=', expected: identifier")]
    [InlineData("env in prod", "unable to parse requirement: found 'prod' expected: '('")]
    [InlineData("env notin", "unable to parse requirement: found '' expected: '('")]
    [InlineData("a b", "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt")]
    [InlineData("env>x", "unable to parse requirement: values[0]: Invalid value: \"x\": for 'Gt', 'Lt' operators, the value must be an integer")]
    [InlineData("env in (a b)", "unable to parse requirement: found 'b', expected: ',' or ')'")]
    [InlineData("env in (a,", "unable to parse requirement: found '', expected: ',', or identifier")]
    [InlineData("env in (", "unable to parse requirement: found '', expected: ',', ')' or identifier")]
    [InlineData("!a=b", "found '=', expected: ',' or 'end of string'")]
    [InlineData("a,,b", "found ',', expected: identifier after ','")]
    [InlineData("!", "unable to parse requirement: found '', expected: identifier")]
    public void Parse_BadText_GivesKubernetesMessage(string query, string expected)
    {
        Assert.False(LabelQuery.TryParse(query, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Theory]
    [InlineData("-a=b", "unable to parse requirement: <nil>: Invalid value: \"-a\": name part must consist of")]
    [InlineData("a=-b", "unable to parse requirement: values[0][a]: Invalid value: \"-b\": a valid label must be")]
    public void Parse_BadSyntaxOfLabel_NamesIt(string query, string expected) =>
        Assert.StartsWith(expected, Assert.Throws<SelectorException>(() => LabelQuery.Parse(query)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("b=1,a notin (z, y),!c,d", "a notin (y,z),b=1,!c,d")]
    [InlineData("a==b", "a==b")]
    [InlineData("a=,b in ()", "a=,b in ()")]
    public void ToString_Query_IsOrderedByKey(string query, string expected) => Assert.Equal(expected, LabelQuery.Parse(query).ToString());

    [Fact]
    public void FromSpec_LabelsAndExpressions_AllHold()
    {
        var query = LabelQuery.FromSpec(
            [new("env", "prod")],
            [new("tier", "In", ["web", "db"]), new("absent", "DoesNotExist", null), new("env", "Exists", []), new("tier", "NotIn", ["db"])]);
        Assert.True(query.Matches(Labels));
        Assert.Equal("prod", query.ExactValue("env"));
        Assert.Null(query.ExactValue("tier"));
        Assert.False(query.Matches((IReadOnlyDictionary<string, string>?)null));
    }

    [Fact]
    public void FromSpec_Empty_IsEverythingAndNothingMatchesNone()
    {
        Assert.True(LabelQuery.FromSpec(null, null).IsEverything);
        Assert.True(LabelQuery.Everything.Matches((IReadOnlyDictionary<string, string>?)null));
        Assert.False(LabelQuery.Nothing.Matches(Labels));
    }

    [Fact]
    public void FromSpec_UnknownOperator_IsRefused() => Assert.Equal(
        "\"Like\" is not a valid label selector operator",
        Assert.Throws<SelectorException>(() => LabelQuery.FromSpec(null, [new("a", "Like", [])])).Message);
}
