using ActorKube.Api.Selectors;

namespace ActorKube.Api.Tests.Selectors;

public sealed class FieldQueryTests
{
    [Theory]
    [InlineData("", true)]
    [InlineData("metadata.name=x", true)]
    [InlineData("metadata.name==x,spec.nodeName!=n", true)]
    [InlineData("metadata.name!=x", false)]
    [InlineData("spec.nodeName=", true)]
    [InlineData("a=b\\,c\\=d\\\\", true)]
    [InlineData(",metadata.name=x,", true)]
    public void Matches_Query_Decides(string text, bool expected) => Assert.Equal(expected, FieldQuery.Parse(text).Matches(Lookup));

    [Theory]
    [InlineData("metadata.name", "invalid selector: 'metadata.name'; can't understand 'metadata.name'")]
    [InlineData("a=b=c", "invalid field selector: unescaped character in value: 61")]
    [InlineData("a=b\\x", "invalid field selector: invalid escape sequence: \\x")]
    [InlineData("a=b\\", "invalid field selector: invalid escape sequence: \\")]
    public void Parse_BadText_GivesKubernetesMessage(string text, string expected)
    {
        Assert.False(FieldQuery.TryParse(text, out _, out var error));
        Assert.Equal(expected, error);
    }

    [Fact]
    public void Parse_Terms_AreOrderedAndEscapedAgain()
    {
        var query = FieldQuery.Parse("b!=\\,,a==x");
        Assert.Equal("a=x,b!=\\,", query.ToString());
        Assert.Equal("x", query.ExactValue("a"));
        Assert.Null(query.ExactValue("b"));
    }

    private static string? Lookup(string field) => field switch
    {
        "metadata.name" => "x",
        "a" => "b,c=d\\",
        _ => null,
    };
}
