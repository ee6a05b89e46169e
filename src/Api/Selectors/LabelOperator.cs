namespace ActorKube.Api.Selectors;

public enum LabelOperator
{
    /// <summary><c>key=value</c></summary>
    Equals,

    /// <summary><c>key==value</c>, which means the same.</summary>
    DoubleEquals,

    /// <summary><c>key!=value</c>; also matches where the key is absent.</summary>
    NotEquals,

    /// <summary><c>key in (a,b)</c></summary>
    In,

    /// <summary><c>key notin (a,b)</c>; also matches where the key is absent.</summary>
    NotIn,

    /// <summary><c>key</c></summary>
    Exists,

    /// <summary><c>!key</c></summary>
    DoesNotExist,

    /// <summary><c>key&gt;1</c>, between integers.</summary>
    GreaterThan,

    /// <summary><c>key&lt;1</c>, between integers.</summary>
    LessThan,
}
