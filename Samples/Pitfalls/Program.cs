// The programs of this project contain the mistakes that Logits.Analyzers finds, one a marked line. It is built, not run:
//   dotnet build Samples/Pitfalls --no-incremental
return 0;
