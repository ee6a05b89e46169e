using ActorKube.Api.Validation;

namespace ActorKube.Api.Tests.Validation;

public sealed class SyntaxTests
{
    [Theory]
    [InlineData("app", 0)]
    [InlineData("example.com/App.kubernetes_name", 0)]
    [InlineData("", 2)]
    [InlineData("/a", 1)]
    [InlineData("A_/", 3)]
    [InlineData("a/b/c", 1)]
    [InlineData("-a", 1)]
    public void QualifiedName_Text_HasAsManyErrors(string name, int errors) => Assert.Equal(errors, LabelSyntax.QualifiedName(name).Count);

    [Fact]
    public void QualifiedName_Prefix_IsNamedInTheError() => Assert.StartsWith("prefix part must be non-empty", LabelSyntax.QualifiedName("/a")[0], StringComparison.Ordinal);

    [Theory]
    [InlineData("", 0)]
    [InlineData("a.b_c-D", 0)]
    [InlineData("a b", 1)]
    [InlineData("-", 1)]
    public void LabelValue_Text_HasAsManyErrors(string value, int errors) => Assert.Equal(errors, LabelSyntax.Value(value).Count);

    [Theory]
    [InlineData("key.name", 0)]
    [InlineData("..data", 1)]
    [InlineData(".", 1)]
    [InlineData("..", 1)]
    [InlineData("a/b", 1)]
    [InlineData("", 1)]
    public void ConfigMapKey_Text_HasAsManyErrors(string key, int errors) => Assert.Equal(errors, Identifiers.ConfigMapKey(key).Count);

    [Theory]
    [InlineData("MY_VAR", true, true)]
    [InlineData("1A", false, true)]
    [InlineData("a=b", false, false)]
    [InlineData("", false, false)]
    public void EnvVarName_StrictAndRelaxed_Differ(string name, bool strict, bool relaxed)
    {
        Assert.Equal(strict, Identifiers.EnvVarName(name).Count == 0);
        Assert.Equal(relaxed, Identifiers.RelaxedEnvVarName(name).Count == 0);
    }

    [Theory]
    [InlineData("http", 0)]
    [InlineData("a-b", 0)]
    [InlineData("80", 1)]
    [InlineData("-http", 1)]
    [InlineData("a--b", 1)]
    [InlineData("HTTP", 2)]
    [InlineData("abcdefghijklmnop", 1)]
    [InlineData("", 2)]
    public void PortName_Text_HasAsManyErrors(string name, int errors) => Assert.Equal(errors, Ports.Name(name).Count);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(65535, true)]
    [InlineData(65536, false)]
    public void PortNumber_Range_IsOneTo65535(long port, bool valid) =>
        Assert.Equal(valid ? [] : ["must be between 1 and 65535, inclusive"], Ports.Number(port));

    [Theory]
    [InlineData("10.0.0.1", true, true, false)]
    [InlineData("010.0.0.1", true, true, false)]
    [InlineData("::1", true, false, true)]
    [InlineData("::ffff:10.0.0.1", true, true, false)]
    [InlineData("10.0.1", false, false, false)]
    [InlineData("1", false, false, false)]
    [InlineData("256.0.0.1", false, false, false)]
    [InlineData("fe80::1%eth0", false, false, false)]
    [InlineData("[::1]", false, false, false)]
    public void Ip_Text_IsReadStrictly(string value, bool ip, bool v4, bool v6)
    {
        Assert.Equal(ip, Addresses.Ip(value).Count == 0);
        Assert.Equal(v4, Addresses.Ipv4(value).Count == 0);
        Assert.Equal(v6, Addresses.Ipv6(value).Count == 0);
    }

    [Theory]
    [InlineData("10.0.0.0/8", true)]
    [InlineData("10.0.0.1/33", false)]
    [InlineData("2001:db8::/64", true)]
    [InlineData("10.0.0.0", false)]
    [InlineData("10.0.0.0/", false)]
    public void Cidr_Text_NeedsAPrefixLength(string value, bool valid) => Assert.Equal(valid, Addresses.Cidr(value).Count == 0);

    [Theory]
    [InlineData("25%", true)]
    [InlineData("%", false)]
    [InlineData("2.5%", false)]
    public void Percent_Text_IsDigitsAndASign(string value, bool valid) => Assert.Equal(valid, Identifiers.Percent(value).Count == 0);

    [Fact]
    public void PathSegment_SlashAndPercent_AreRefused()
    {
        Assert.Equal(["may not contain '/'", "may not contain '%'"], Identifiers.PathSegment("a/%"));
        Assert.Equal(["may not be '..'"], Identifiers.PathSegment(".."));
    }
}
