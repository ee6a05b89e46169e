namespace ActorKube.Server.OpenApi.Operations;

/// <summary>A parameter of an operation.</summary>
/// <param name="In"><c>path</c> or <c>query</c>.</param>
/// <param name="Type"><c>string</c>, <c>integer</c> or <c>boolean</c>.</param>
internal sealed record Parameter(string Name, string In, string Type, string Doc);

/// <summary>By name, then by place.</summary>
internal sealed class ParameterOrder : IComparer<Parameter>
{
    public static readonly ParameterOrder Instance = new();

    public int Compare(Parameter? x, Parameter? y)
    {
        var byName = string.CompareOrdinal(x?.Name, y?.Name);
        return byName != 0 ? byName : string.CompareOrdinal(x?.In, y?.In);
    }
}
