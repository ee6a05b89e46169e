using ActorKube.Api.Validation;

namespace ActorKube.Api.Tests.Validation;

public sealed class DnsNamesTests
{
    [Theory]
    [InlineData("a")]
    [InlineData("my-name")]
    [InlineData("123-abc")]
    public void Label_Valid_HasNoErrors(string name)
    {
        Assert.Empty(DnsNames.Label(name));
        Assert.Empty(DnsNames.Subdomain(name));
    }

    [Theory]
    [InlineData("")]
    [InlineData("-a")]
    [InlineData("a-")]
    [InlineData("A")]
    [InlineData("a_b")]
    [InlineData("a\n")]
    public void Label_Invalid_NamesThePattern(string name) => Assert.Equal(
        ["a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character"
            + " (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')"],
        DnsNames.Label(name));

    [Fact]
    public void Label_Dotted_SaysSo() => Assert.Equal(["must not contain dots"], DnsNames.Label("a.b"));

    [Fact]
    public void Label_Long_NamesTheLimit() => Assert.Equal(["must be no more than 63 characters"], DnsNames.Label(new string('a', 64)));

    [Theory]
    [InlineData("a..b")]
    [InlineData(".a")]
    [InlineData("a.")]
    [InlineData("a.-b")]
    public void Subdomain_Invalid_NamesThePattern(string name) => Assert.Equal(
        ["a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character"
            + " (e.g. 'example.com', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*')"],
        DnsNames.Subdomain(name));

    [Theory]
    [InlineData("a1", true)]
    [InlineData("1a", false)]
    public void Label1035_FirstCharacter_IsALetter(string name, bool valid) => Assert.Equal(valid, DnsNames.Label1035(name).Count == 0);

    [Theory]
    [InlineData("*.example.com", true)]
    [InlineData("*.*.com", false)]
    [InlineData("*", false)]
    [InlineData("a.example.com", false)]
    public void WildcardSubdomain_Star_IsTheFirstLabel(string name, bool valid) => Assert.Equal(valid, DnsNames.WildcardSubdomain(name).Count == 0);

    [Theory]
    [InlineData("_sip._tcp.example.com", true)]
    [InlineData("a_b", true)]
    [InlineData("__a", false)]
    public void SubdomainWithUnderscore_OneLeading_IsAllowed(string name, bool valid) =>
        Assert.Equal(valid, DnsNames.SubdomainWithUnderscore(name).Count == 0);

    [Theory]
    [InlineData("example.com.", true)]
    [InlineData("com", false)]
    [InlineData("", false)]
    public void FullyQualifiedDomain_TwoLabels_AreNeeded(string name, bool valid) => Assert.Equal(valid, DnsNames.FullyQualifiedDomain(name).Count == 0);
}
